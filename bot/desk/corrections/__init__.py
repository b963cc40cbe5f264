"""Published briefings set right, taken back and brought back."""
