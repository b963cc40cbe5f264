"""Values that services take and give, and their mappers from table rows."""
