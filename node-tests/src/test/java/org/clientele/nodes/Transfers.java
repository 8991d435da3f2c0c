package org.clientele.nodes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.clientele.Actor;
import org.clientele.CustomerUsers;
import org.clientele.ListRequest;
import org.clientele.field.Field;
import org.clientele.transfer.CsvReader;
import org.clientele.transfer.CsvRow;
import org.clientele.transfer.CsvWriter;
import org.clientele.transfer.CustomerUserImport;
import org.clientele.transfer.ImportPlan;
import org.clientele.transfer.ImportReport;
import org.clientele.transfer.ImportWatch;
import org.clientele.transfer.ListExport;
import org.clientele.transfer.RowResult;

/** Files out of a directory and into it, and what was told about each row. */
final class Transfers implements ImportWatch {
    static final ListRequest EVERYBODY = ListRequest.ALL.withIncludeInvalid(true);

    private final CustomerUsers users;
    final List<String> told = new ArrayList<>();
    final List<RowResult> results = new ArrayList<>();
    BooleanSupplier goesOn = () -> true;
    boolean dryRun;
    boolean emptying;
    boolean generating;

    Transfers(CustomerUsers users) {
        this.users = users;
    }

    ImportReport take(String file) throws Exception {
        return take(file.getBytes(StandardCharsets.UTF_8));
    }

    ImportReport take(byte[] file) throws Exception {
        told.clear();
        results.clear();
        try (CsvReader reader = new CsvReader(new ByteArrayInputStream(file), Optional.empty())) {
            Set<String> variables = ImportPlan.targets(users.sources().get(0)).stream()
                    .map(Field::variable)
                    .collect(Collectors.toSet());
            List<String> columns = ImportPlan.guess(reader.heading(), variables, Map.of());
            ImportPlan plan = new ImportPlan("CustomerUser", columns, emptying, generating);
            plan.requireFit(users.sources());
            return new CustomerUserImport(users, plan, Actor.program("test"), dryRun).run(reader, this);
        }
    }

    byte[] give(ListRequest request) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            ListExport.of(users, request).writeTo(writer);
        }
        return out.toByteArray();
    }

    @Override
    public boolean goesOn() {
        return goesOn.getAsBoolean();
    }

    @Override
    public void tried(CsvRow row, RowResult result) {
        results.add(result);
        String why = result.cause().map(cause -> ": " + cause.getMessage()).orElse("");
        told.add(row.number() + " " + result.outcome() + " " + result.login() + why);
    }
}
