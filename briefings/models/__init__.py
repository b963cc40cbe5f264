"""The trained models: a sentence encoder and a span reader, on one thread each, their files as package data."""

from briefings.models.files import ModelError
from briefings.models.models import Models
from briefings.models.span_reader import Reading

__all__ = ["ModelError", "Models", "Reading"]
