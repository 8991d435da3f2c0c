package org.clientele.admin;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with a file, as browsers send it. */
record FileUpload(String body) {
    static final String TYPE = "multipart/form-data; boundary=----Boundary7MA4YWxkTrZu0gW";
    private static final String BOUNDARY = "------Boundary7MA4YWxkTrZu0gW";

    static FileUpload of(Map<String, String> fields, String fileName, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n")
                .append(BOUNDARY)
                .append("--\r\n");
        return new FileUpload(body.toString());
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
