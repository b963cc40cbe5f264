"""What can go wrong when readers choose what to be reminded of."""


class Over(Exception):
    """The date is over, cancelled or withdrawn, or would be over before the reminder comes."""


class NoLeadAhead(Exception):
    """None of the leads that were wished for lies ahead; what was there before stays."""


class EmptyTopic(Exception):
    """The topic names nothing: it has no words but small ones."""
