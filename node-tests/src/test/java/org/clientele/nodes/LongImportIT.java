package org.clientele.nodes;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("heavy")
class LongImportIT {
    @TempDir
    Path folder;

    @Test
    void anImportOfAHundredThousandRowsThatIsCutIsReportedExactlyAndCompletedByTheSameFile() throws Exception {
        new CutImport(folder).run(100_000);
    }
}
