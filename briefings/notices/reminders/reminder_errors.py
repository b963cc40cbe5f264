"""What can go wrong when readers choose what to be reminded of."""


class Over(Exception):
    """The date is over, cancelled or withdrawn, or would be over before the reminder comes."""


class EmptyTopic(Exception):
    """The topic names nothing: it has no words but small ones."""
