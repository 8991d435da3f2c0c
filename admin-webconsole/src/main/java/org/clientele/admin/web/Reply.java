package org.clientele.admin.web;

import gg.jte.models.runtime.JteModel;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Cookie;

/** What an action answers; the servlet brings it to the browser. */
public sealed interface Reply {

    /** A page inside the console's frame, rendered already: a fault in a template has to come to light before anything leaves. */
    record Page(int status, String html) implements Reply {
        public Page(int status, JteModel content) {
            this(status, rendered(content));
        }
    }

    /** A part of a page, without frame. */
    record Fragment(int status, String html, Map<String, String> headers) implements Reply {
        public Fragment(int status, JteModel content, Map<String, String> headers) {
            this(status, rendered(content), headers);
        }
    }

    /** Another page to get: every change ends in one. */
    record Redirect(String location, Optional<Cookie> cookie) implements Reply {
        public Redirect(String location) {
            this(location, Optional.empty());
        }
    }

    /** A value to be written as JSON. */
    record Json(int status, Object value) implements Reply {}

    /**
     * A value to be kept as a file of JSON.
     *
     * @param fileName letters, digits, {@code .}, {@code -} and {@code _}
     */
    record JsonFile(String fileName, Object value) implements Reply {}

    /**
     * A CSV file to be saved. It is written while its rows come: if they stop coming, the connection is cut, for a file that ends
     * early must not look like a whole one.
     *
     * @param fileName what the browser calls it, of letters that every system takes
     */
    record Csv(String fileName, CsvRows rows) implements Reply {}

    /**
     * A CSV file that is there already, to be saved.
     *
     * @param once whether it is removed when it has left
     */
    record SavedCsv(String fileName, Path file, boolean once) implements Reply {}

    private static String rendered(JteModel content) {
        StringWriter text = new StringWriter();
        content.render(new DollarSafe(text));
        return text.toString();
    }
}
