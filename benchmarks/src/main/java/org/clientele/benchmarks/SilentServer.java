package org.clientele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that lets itself be connected to and never says a word. */
final class SilentServer implements AutoCloseable {
    private static final long CONNECTION_MILLIS = 2_000;

    private final ServerSocket socket;
    private final HikariDataSource pool;

    SilentServer() throws IOException {
        socket = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl("jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/silent");
        pool = new HikariDataSource();
        pool.setDataSource(driver);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionTimeout(CONNECTION_MILLIS);
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        pool.close();
    }
}
