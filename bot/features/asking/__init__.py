"""Questions and answers, and for editors why an answer was given or withheld."""
