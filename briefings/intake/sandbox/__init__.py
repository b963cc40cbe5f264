"""A process of its own for what reads untrusted bytes, with limits on time and memory.

`process` starts it and talks with it, `worker` is what runs in it, `messages` is what they say to each other.
"""

from briefings.intake.sandbox.messages import Request
from briefings.intake.sandbox.process_limits import Limits
from briefings.intake.sandbox.sandbox import Sandbox

__all__ = ["Limits", "Request", "Sandbox"]
