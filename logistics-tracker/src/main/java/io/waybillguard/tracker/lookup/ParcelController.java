package io.waybillguard.tracker.lookup;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.stream.Parcels;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is known of one parcel. */
@RestController
class ParcelController {

    private final Parcels parcels;

    ParcelController(Parcels parcels) {
        this.parcels = parcels;
    }

    /** 404 for a parcel that this instance does not have, 503 while its stores are not open. */
    @GetMapping("/parcels/{courier}/{waybill}")
    ParcelView parcel(@PathVariable String courier, @PathVariable String waybill) {
        ParcelId id = idOf(courier, waybill);
        try {
            return parcels.find(id)
                    .map(found -> ParcelView.of(found.parcel(), found.nextDeadline()))
                    .orElseThrow(() ->
                            new ResponseStatusException(HttpStatus.NOT_FOUND, "no such parcel"));
        } catch (Parcels.NotNow e) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "the parcels are not open", e);
        }
    }

    private static ParcelId idOf(String courier, String waybill) {
        try {
            return ParcelId.of(courier, waybill);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
