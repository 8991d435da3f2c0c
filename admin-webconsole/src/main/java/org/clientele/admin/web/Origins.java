package org.clientele.admin.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** From where forms may be sent: from our own pages, and through the proxies that the operator names. */
final class Origins {
    /** Key of {@code org.clientele.directory}: the origins of proxies in front of the console, for example {@code https://desk.example.com}. */
    private static final String KEY = "allowedOrigins";

    private final Set<String> allowed;

    Origins(Map<String, ?> properties) {
        this.allowed = texts(properties.get(KEY))
                .map(origin -> normal(origin.strip()))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the browser says that the form came from elsewhere. A missing header proves nothing; the token decides then. */
    boolean foreign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        String own = request.getScheme() + "://" + request.getHeader("Host");
        return !normal(origin).equals(normal(own)) && !allowed.contains(normal(origin));
    }

    private static String normal(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
        if (bare.startsWith("https://") && bare.endsWith(":443")) {
            return bare.substring(0, bare.length() - 4);
        }
        return bare.startsWith("http://") && bare.endsWith(":80") ? bare.substring(0, bare.length() - 3) : bare;
    }

    private static Stream<String> texts(@Nullable Object value) {
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(String::valueOf);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf);
        }
        return value == null ? Stream.empty() : Arrays.stream(value.toString().split(","));
    }
}
