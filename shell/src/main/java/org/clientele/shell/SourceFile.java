package org.clientele.shell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.ConfigurationText;
import org.clientele.SourceDraft;
import org.jspecify.annotations.Nullable;

/** A {@code .cfg} file, read by the same parser as those in {@code etc}. */
final class SourceFile {
    private static final long MOST_BYTES = 1_000_000;
    private static final String ENCODING = "felix.fileinstall.configEncoding";
    private static final Pattern NAME = Pattern.compile("([^~-]+)[~-](.+?)\\.cfg(\\.example)?");
    private static final Pattern CFG = Pattern.compile(".*\\.cfg(\\.example)?");

    private final Path path;
    private final FrameworkProperties framework;

    /** What {@code ${name}} stands for. */
    @FunctionalInterface
    interface FrameworkProperties {
        @Nullable
        String get(String name);
    }

    SourceFile(Path path, FrameworkProperties framework) {
        this.path = path;
        this.framework = framework;
    }

    /**
     * The configuration in the file.
     *
     * @param backEnd a factory PID or its end, such as {@code ldap}; empty if the name of the file tells
     * @param known the factory PIDs of the back ends that are there
     */
    SourceDraft draft(Optional<String> backEnd, List<String> known) throws CommandException {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        boolean telling = name.matches();
        if (!telling && backEnd.isEmpty()) {
            throw Failure.because(
                    "The name of the file does not tell its back end; name it like those in etc, or add --back-end with one of "
                            + String.join(", ", known) + ".");
        }
        return new SourceDraft(
                backEnd.map(word -> factoryPid(word, known)).orElseGet(() -> name.group(1)),
                telling ? name.group(2) : "",
                properties());
    }

    private static String factoryPid(String word, List<String> known) {
        return known.stream()
                .filter(pid -> pid.equals(word) || pid.endsWith("." + word))
                .findFirst()
                .orElse(word);
    }

    private Map<String, Object> properties() throws CommandException {
        if (!CFG.matcher(String.valueOf(path.getFileName())).matches()) {
            throw Failure.because("The file " + path + " is no .cfg file.");
        }
        try {
            return ConfigurationText.read(text(), (key, name) -> framework.get(name));
        } catch (IOException | IllegalArgumentException e) {
            // not its message: that may repeat a line of the file
            throw Failure.because("The file " + path + " cannot be read as a .cfg file.");
        }
    }

    private String text() throws IOException, CommandException {
        if (!Files.isRegularFile(path)) {
            throw Failure.because("There is no file " + path + ".");
        }
        if (Files.size(path) > MOST_BYTES) {
            throw Failure.because("The file " + path + " is too large for a configuration.");
        }
        String encoding = framework.get(ENCODING);
        Charset charset = encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding);
        return Files.readString(path, charset);
    }
}
