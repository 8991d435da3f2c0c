package org.clientele.admin.transfer;

import java.util.List;
import org.clientele.CustomerUsers;
import org.clientele.admin.text.WordBook;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Route;

/** The steps of an import: a file, its columns, a check, the import itself. */
public final class ImportScreens {
    private ImportScreens() {}

    public static List<Route> routes(CustomerUsers users, Imports imports, WordBook book) {
        ImportStart start = new ImportStart(imports);
        ImportRuns runs = new ImportRuns(users, imports);
        ColumnsPage columns = new ColumnsPage(users, imports, book);
        Role role = Role.MANAGE_CUSTOMER_USERS;
        return List.of(
                Route.get(ImportPaths.START, role, start),
                Route.post(ImportPaths.START, role, new ImportUpload(imports, start)),
                Route.get(ImportPaths.COLUMNS, role, columns),
                Route.post(ImportPaths.COLUMNS, role, new ColumnsSave(users, imports, columns, runs)),
                Route.get(ImportPaths.RUN, role, runs::show),
                Route.get(ImportPaths.PROGRESS, role, runs::progress),
                Route.post(ImportPaths.BEGIN, role, runs::begin),
                Route.post(ImportPaths.CANCEL, role, runs::cancel),
                Route.post(ImportPaths.DISCARD, role, runs::discard),
                Route.get(ImportPaths.ERRORS, role, runs::errors),
                Route.post(ImportPaths.PASSWORDS, Role.SET_PASSWORDS, runs::passwords));
    }
}
