"""What editors and owners do: load, review, publish, correct, retract, look after readers."""
