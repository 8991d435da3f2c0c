package org.clientele.backend.ldap;

import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.apache.mina.core.filterchain.DefaultIoFilterChainBuilder;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.service.IoConnector;
import org.apache.mina.core.service.IoHandler;
import org.apache.mina.core.service.SimpleIoProcessorPool;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.apache.mina.transport.socket.nio.NioProcessor;
import org.apache.mina.transport.socket.nio.NioSession;
import org.apache.mina.transport.socket.nio.NioSocketConnector;

/**
 * The threads that send and receive for all connections of a source, none while there is no connection. The library gives each
 * connection a thread of its own, and with many callers the change from thread to thread costs more than the rest of a look-up;
 * a shared thread mostly finds the next message waiting. For any thread.
 */
final class IoThreads implements AutoCloseable {
    /** Half of the machine: on the other half run those who ask. */
    private static final int MOST = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final SimpleIoProcessorPool<NioSession> processors = new SimpleIoProcessorPool<>(NioProcessor.class, MOST);

    /** What the library would make for a connection, but for the threads and for {@link Sent}. */
    IoConnector connector(IoHandler connection, LdapApiService codec) {
        NioSocketConnector connector = new NioSocketConnector(processors);
        connector.getSessionConfig().setReuseAddress(true);
        connector.getSessionConfig().setTcpNoDelay(true);
        DefaultIoFilterChainBuilder filters = connector.getFilterChain();
        filters.addLast("ldapCodec", new ProtocolCodecFilter(codec.getProtocolCodecFactory()));
        filters.addLast("sent", new Sent());
        connector.setHandler(connection);
        return connector;
    }

    /** Closes what is still connected. */
    @Override
    public void close() {
        processors.dispose();
    }

    /**
     * Says at once that a request was sent. The library waits for that before it waits for the answer, and by its own time
     * limit; whoever asks waits for the answer only, until the deadline of the call.
     */
    private static final class Sent extends IoFilterAdapter {
        @Override
        public void filterWrite(NextFilter next, IoSession session, WriteRequest request) {
            request.getFuture().setWritten();
            next.filterWrite(session, new DefaultWriteRequest(request.getMessage()));
        }
    }
}
