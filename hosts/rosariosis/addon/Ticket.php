<?php
/**
 * Tickets: how this module tells the service who asks, for what.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

/** The longest life of a ticket, in seconds; the service refuses more. */
define( 'TSUNAGI_TICKET_LIFE', 60 );

/**
 * Bytes as text that may stand in a header.
 */
function TsunagiBase64( $bytes )
{
	return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
}

/**
 * Signs the fields of a ticket with the shared secret.
 *
 * @param string $secret The secret, 32 characters or more.
 * @param array  $fields Field => value.
 */
function TsunagiSign( $secret, $fields )
{
	$body = TsunagiBase64( http_build_query( $fields, '', '&', PHP_QUERY_RFC1738 ) );

	return $body . '.' . TsunagiBase64( hash_hmac( 'sha256', $body, $secret, true ) );
}

/**
 * The fields of a new ticket.
 *
 * @param array  $person  user, profile, school, year, locale, csrf.
 * @param string $student The student whose record is open, or ''.
 * @param string $method  GET, POST ...
 * @param string $path    The path without the query.
 * @param int    $now     Seconds since 1970.
 */
function TsunagiTicketFields( $person, $student, $method, $path, $now )
{
	return [
		'v' => '1',
		'jti' => bin2hex( random_bytes( 16 ) ),
		'iat' => $now,
		'exp' => $now + TSUNAGI_TICKET_LIFE,
		'user' => $person['user'],
		'profile' => $person['profile'],
		'school' => $person['school'],
		'year' => $person['year'],
		'student' => $student,
		'method' => $method,
		'path' => $path,
		'locale' => $person['locale'],
		'csrf' => $person['csrf'],
	];
}
