package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.clientele.transfer.ImportReport;
import org.clientele.transfer.RowResult;
import org.h2.tools.Server;

/** An import over a database server that stops in the middle, and the same import when the server is back. */
final class CutImport {
    private final Path folder;
    private Server server;

    CutImport(Path folder) {
        this.folder = folder;
    }

    void run(int rows) throws Exception {
        server = server("0");
        String url = "jdbc:h2:" + server.getURL() + "/./clientele";
        try (Node node = Node.open(url, new Seam())) {
            Transfers transfers = new Transfers(node.users());
            String file = ImportTest.file(rows);
            transfers.goesOn = () -> {
                if (transfers.results.size() == rows / 2) {
                    CompletableFuture.runAsync(server::stop);
                }
                return true;
            };
            ImportReport cut = transfers.take(file);
            assertThat(cut.rows()).isEqualTo(rows);
            assertThat(cut.added()).isBetween(rows / 2L, rows - 1L);
            assertThat(cut.changed() + cut.unchanged() + cut.refused()).isZero();
            assertThat(cut.notReached()).isEqualTo(rows - cut.added() - cut.uncertain());
            RowResult last = transfers.results.get(transfers.results.size() - 1);
            assertThat(last.outcome().ends()).isTrue();
            server = server(Integer.toString(server.getPort()));
            await().atMost(Node.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> node.users().ask("nobody").sources().stream()
                            .allMatch(report -> report.outcome().answered()));
            long in = Long.parseLong(
                    node.query("select count(*) from customer_user").get(0));
            assertThat(in).isBetween(cut.added(), cut.added() + cut.uncertain());
            transfers.goesOn = () -> true;
            assertThat(transfers.take(file)).isEqualTo(new ImportReport(rows - in, 0, in, 0, 0, 0));
            assertThat(node.query("select count(*) from customer_user")).isEqualTo(List.of(Integer.toString(rows)));
        } finally {
            server.stop();
        }
    }

    private Server server(String port) throws Exception {
        return Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", folder.toString())
                .start();
    }
}
