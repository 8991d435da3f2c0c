package org.clientele.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** A source of customers: the service that fills a slot {@code CustomerCompany}, {@code CustomerCompany1} and so on. */
@ConsumerType
public interface CustomerSource extends DirectorySource {}
