"""What every feature uses: context, replies, permissions, button data, awaited answers, menus of commands."""
