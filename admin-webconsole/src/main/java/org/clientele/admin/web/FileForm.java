package org.clientele.admin.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.servlet.ServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file, read as it comes: the fields before the file are parameters, the file itself is left to whoever may have it.
 * Nothing of it is stored before that.
 */
final class FileForm extends HttpServletRequestWrapper {
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 10_000;

    private final Map<String, String> fields = new HashMap<>();
    private Optional<UploadedFile> file = Optional.empty();

    /** @throws IOException if it is no such form, or has too many fields, or too long ones, before the file */
    FileForm(HttpServletRequest request) throws IOException {
        super(request);
        try {
            ServletFileUpload upload = new ServletFileUpload();
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            FileItemIterator parts = upload.getItemIterator(request);
            while (file.isEmpty() && parts.hasNext()) {
                take(parts.next());
            }
        } catch (FileUploadException e) {
            throw new IOException(e);
        }
    }

    static boolean isSent(HttpServletRequest request) {
        return ServletFileUpload.isMultipartContent(request);
    }

    private void take(FileItemStream part) throws IOException {
        if (!part.isFormField()) {
            file = Optional.of(new UploadedFile(name(part), part.openStream()));
            return;
        }
        try (InputStream value = part.openStream()) {
            byte[] bytes = value.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD || fields.size() == MOST_FIELDS) {
                throw new IOException("Too much before the file");
            }
            fields.put(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** Browsers of old send the path, too. */
    private static String name(FileItemStream part) {
        String name = Optional.ofNullable(part.getName()).orElse("");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    Optional<UploadedFile> file() {
        return file;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String field = fields.get(name);
        return field != null ? field : super.getParameter(name);
    }
}
