"""How a reader wants to be told: language, zone, times, leads, quiet hours."""
