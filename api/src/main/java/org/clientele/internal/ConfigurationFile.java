package org.clientele.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file in {@code etc} that a configuration was read from and is written back to. */
record ConfigurationFile(Path path) {
    private static final String LOCATION = "felix.fileinstall.filename";

    /** The file of a configuration, empty for one that was not made from a file. */
    static Optional<ConfigurationFile> of(Dictionary<String, Object> properties) {
        try {
            return Optional.ofNullable(properties.get(LOCATION))
                    .map(location -> new ConfigurationFile(Path.of(URI.create(String.valueOf(location)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // somebody else's use of that key
        }
    }

    /** Whether the file gives a value to a key now, in whichever of the formats; keys are ASCII. */
    boolean has(String key) {
        Pattern assignment = Pattern.compile("(?m)(^|[{,])\\s*\"?" + Pattern.quote(key) + "\"?\\s*[=:]");
        try {
            return assignment
                    .matcher(Files.readString(path, StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            return false;
        }
    }
}
