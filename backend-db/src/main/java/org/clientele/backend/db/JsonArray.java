package org.clientele.backend.db;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Texts as one value of a statement. */
final class JsonArray {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonArray() {}

    static String of(List<?> texts) {
        StringWriter array = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(array)) {
            json.writeArray(texts.toArray(String[]::new), 0, texts.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return array.toString();
    }
}
