"""All the photos of a folder at once: what they tell, and what shall be cleaned."""
