"""What may be said of numbers in order, such as sessions done or not and weekly shares: it knows no frame, no plan."""
