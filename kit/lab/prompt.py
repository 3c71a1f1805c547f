"""The way from kernel to page, without a wait."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Jupyter's own, whose small messages leave at once.

    An answer is several of them, one after the other: without this the second waits on the wire until the browser has
    acknowledged the first, which it may put off by 20 to 40 ms.
    """

    def connect(self) -> Any:
        """Called when the browser has come; Jupyter's own says what it gives."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
