"""Key dates proposed from a text: pure functions over date mentions and the words around them."""
