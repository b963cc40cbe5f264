"""`/calendar`: key dates as an iCalendar file."""
