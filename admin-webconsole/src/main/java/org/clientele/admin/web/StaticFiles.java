package org.clientele.admin.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Stylesheets and scripts. They are asked for again each time and answered with <i>not modified</i>, so that an update shows at once. */
final class StaticFiles {
    static final String FOLDER = "/res/";
    private static final String STYLES = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, String> TYPES = Map.of(
            "admin.css", STYLES,
            "access.css", STYLES,
            "htmx.min.js", SCRIPT,
            "matrix.js", SCRIPT,
            "list.js", SCRIPT);

    private record StaticFile(String type, String tag, byte[] content) {}

    private final Map<String, StaticFile> files;

    StaticFiles() {
        this.files = TYPES.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, file -> load(file.getKey(), file.getValue())));
    }

    /** Writes the file of {@code path}, or answers 404. */
    void write(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StaticFile> found = Optional.ofNullable(files.get(path.substring(FOLDER.length())));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        StaticFile file = found.get();
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", file.tag());
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private static StaticFile load(String name, String type) {
        try (InputStream stream = StaticFiles.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("The bundle lacks " + FOLDER + name);
            }
            byte[] content = stream.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(content);
            return new StaticFile(type, "\"" + Long.toHexString(sum.getValue()) + "\"", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
