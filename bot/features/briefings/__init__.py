"""The list of briefings, and one of them."""
