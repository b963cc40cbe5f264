"""Following key dates and topics, and being reminded of them."""
