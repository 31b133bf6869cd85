"""The person's own policies: a dialog in which they are made, changed and kept."""

from lenscap.gui.policy.dialog import PoliciesDialog
from lenscap.gui.policy.leading import OwnPolicies

__all__ = ["OwnPolicies", "PoliciesDialog"]
