package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferCommandsTest {
    private final DirectoryFixture directory = new DirectoryFixture();

    @TempDir
    Path folder;

    @Test
    void anExportIsWrittenToANewFileAlone() throws Exception {
        Path file = folder.resolve("people.csv");
        CustomerUserExportCommand command = export(file);
        Output.of(command);
        assertThat(Files.readString(file)).startsWith("\uFEFFUser");
        assertThatThrownBy(() -> export(file).execute()).hasMessageContaining("--force");
        CustomerUserExportCommand forced = export(file);
        forced.force = true;
        Output.of(forced);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void pathsAreAbsolute() {
        assertThatThrownBy(() -> export(Path.of("people.csv")).execute()).hasMessageContaining("absolute path");
        assertThatThrownBy(() -> imports(Path.of("people.csv")).execute()).hasMessageContaining("absolute path");
    }

    @Test
    void aFileIsImportedWithAColumnThatWasNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("people.csv"), "Who;UserFirstname\nÜnal;O'Brien\n");
        CustomerUserImportCommand command = imports(file);
        assertThatThrownBy(command::execute).hasMessageContaining("login");
        command.map = List.of("Who=UserLogin");
        assertThat(Output.of(command).text()).contains("1 added, 0 changed, 0 unchanged, 0 refused.");
        assertThat(directory.additions.get(0).fields()).containsEntry("UserLogin", "Ünal");
        command.map = List.of("Nobody=UserLogin");
        assertThatThrownBy(command::execute).hasMessageContaining("Who, UserFirstname");
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsRow() throws Exception {
        Path file = Files.writeString(folder.resolve("people.csv"), "UserLogin\n\"x\"y\n");
        assertThatThrownBy(imports(file)::execute).hasMessageContaining("row 2");
    }

    private CustomerUserExportCommand export(Path file) {
        CustomerUserExportCommand command = new CustomerUserExportCommand();
        command.customerUsers = directory;
        command.file = file.toString();
        return command;
    }

    private CustomerUserImportCommand imports(Path file) {
        CustomerUserImportCommand command = new CustomerUserImportCommand();
        command.customerUsers = directory;
        command.session = Sessions.of("karaf");
        command.file = file.toString();
        return command;
    }
}
