package org.clientele.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.support.CommandException;

/** What a command printed. */
final class Output {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static Output of(ServiceCommand command) throws CommandException {
        Output output = new Output();
        command.out = new PrintStream(output.out, true, StandardCharsets.UTF_8);
        command.execute();
        return output;
    }

    String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
