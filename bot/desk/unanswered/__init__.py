"""`/questions`: what the briefings did not answer, for editors to load an article or put aside."""
