"""How a reader wants to be reminded: language, zone, times, leads, quiet hours."""
