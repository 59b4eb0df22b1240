"""What keeps operations from being registered."""


class Faulty(Exception):
    """Operations of which some are faulty. faults: what is wrong where, a line for each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
