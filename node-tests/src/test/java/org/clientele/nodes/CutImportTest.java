package org.clientele.nodes;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutImportTest {
    @TempDir
    Path folder;

    @Test
    void anImportThatIsCutIsReportedExactlyAndCompletedByTheSameFile() throws Exception {
        new CutImport(folder).run(200);
    }
}
