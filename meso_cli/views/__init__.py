"""What a person sees: values turned into blocks, and blocks into Rich or plain text."""
