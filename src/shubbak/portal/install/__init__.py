"""What a browser needs to keep Shubbak on a phone: manifest, service worker, the page without a connection."""
