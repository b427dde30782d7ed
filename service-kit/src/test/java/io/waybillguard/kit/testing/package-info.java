/** What the tests of services share. */
package io.waybillguard.kit.testing;
