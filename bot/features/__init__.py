"""What readers do: a folder for each thing, its handlers and views side by side; none imports another."""
