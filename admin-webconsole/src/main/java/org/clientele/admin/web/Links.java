package org.clientele.admin.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds addresses with encoded parameters; templates encode nothing. */
public final class Links {
    private final String path;
    private final List<String> parameters = new ArrayList<>();

    private Links(String path) {
        this.path = path;
    }

    public static Links to(String path) {
        return new Links(path);
    }

    /** Adds a parameter unless its value is empty. */
    public Links with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.add(encode(name) + "=" + encode(value));
        }
        return this;
    }

    /** Adds a switch if it is on. */
    public Links with(String name, boolean on) {
        return with(name, on ? "1" : "");
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
