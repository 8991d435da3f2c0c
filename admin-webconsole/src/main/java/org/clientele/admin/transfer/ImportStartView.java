package org.clientele.admin.transfer;

import java.util.Optional;
import org.clientele.admin.web.Screen;
import org.clientele.transfer.CsvReader;

/**
 * The page that asks for a file.
 *
 * @param message why the one before was not taken, empty for none
 * @param kept the file that is there already
 */
public record ImportStartView(Screen screen, String message, Optional<Kept> kept) {

    /**
     * A file that is there already.
     *
     * @param address where it goes on
     * @param running whether it is under way
     */
    public record Kept(String name, String address, boolean running) {}

    public String action() {
        return screen.home() + ImportPaths.START;
    }

    public long megabytes() {
        return Imports.MOST_BYTES / 1_000_000;
    }

    public int rows() {
        return CsvReader.MOST_ROWS - 1;
    }

    public int columns() {
        return CsvReader.MOST_COLUMNS;
    }
}
