"""Makes a checkout ready to run or to test, with nothing but Python's own library."""
