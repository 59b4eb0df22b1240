# Varnish before the API: answers are kept as long as they say, and forgotten by their tags.
#
# Varnish 7.1 with varnish-modules, as Debian 12 has them:
#   apt install varnish varnish-modules
#   varnishd -a :80 -f /etc/varnish/default.vcl -s malloc,256m
# The site's settings:
#   GRAPHQL_API_CACHE_TAG_HEADER = "xkey"
#   GRAPHQL_API_PURGING = {"varnish": {"product": "varnish", "url": "http://127.0.0.1:80/"}}
# Without varnish-modules, leave out `import xkey` and the block of PURGE, and have the product
# "varnish-ban".
vcl 4.1;

import std;
import xkey;

# The site.
backend default {
    .host = "127.0.0.1";
    .port = "8000";
}

# From where answers may be purged: where the site's tasks run. Nobody else's address belongs here.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE" || req.method == "BAN") {
        if (client.ip !~ purgers) {
            return (synth(403, "Forbidden"));
        }
    }
    if (req.method == "PURGE") {
        if (!req.http.xkey-purge) {
            return (synth(400, "Which tags?"));
        }
        return (synth(200, "Forgotten: " + xkey.purge(req.http.xkey-purge)));
    }
    if (req.method == "BAN") {
        if (req.http.xkey-ban !~ "^[0-9a-f|]+$") {
            return (synth(400, "Which tags?"));
        }
        if (!std.ban("obj.http.xkey ~ (^|\s)(" + req.http.xkey-ban + ")(\s|$)")) {
            return (synth(400, std.ban_error()));
        }
        return (synth(200, "Forgotten"));
    }

    # What concerns whoever asks, alone.
    if (req.http.Authorization || req.http.X-Preview-Token) {
        return (pass);
    }
    # The API reads no cookies.
    if (req.url ~ "^/graphql/") {
        unset req.http.Cookie;
    }
}

sub vcl_backend_response {
    # What does not say how long it holds is not kept; nor is the next one waited for.
    if (!beresp.http.Cache-Control && !beresp.http.Expires) {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
        return (deliver);
    }
}

sub vcl_deliver {
    # Tags are nobody's business but ours.
    unset resp.http.xkey;
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
