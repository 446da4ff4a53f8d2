import XMLStream
print("placeholder")
