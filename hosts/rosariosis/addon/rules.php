<?php
/**
 * What may be asked: pure rules, without the host.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

/** The longest body that is passed on, in bytes. */
define( 'TSUNAGI_BODY', 5 * 1024 * 1024 );

/**
 * Path and query of ours in the query of a request to the host.
 *
 * All that follows `path=` is ours, up to the end: scripts add their own `?a=b` or `&a=b` to an address.
 *
 * @return array path and query; both '' where there is none.
 */
function TsunagiTarget( $query_string )
{
	if ( ! preg_match( '/(?:^|&)path=(.*)$/s', (string) $query_string, $found ) )
	{
		return [ '', '' ];
	}

	$target = $found[1];

	// The host's own links come encoded.
	if ( preg_match( '/^%2F/i', $target ) )
	{
		$target = preg_replace_callback( '/^[^?&]*/', function( $part )
		{
			return str_ireplace( [ '%2F', '%3F' ], [ '/', '?' ], $part[0] );
		}, $target );
	}

	$length = strcspn( $target, '?&' );
	$query = (string) substr( $target, $length + 1 );

	// jQuery and the host add these; they are not ours.
	$query = preg_replace( '/(^|&)(_|LO_[a-z]+|modfunc)=[^&]*/', '', $query );

	return [ substr( $target, 0, $length ), ltrim( $query, '&' ) ];
}

/**
 * Whether a call may be passed on.
 */
function TsunagiMayPass( $method, $path )
{
	if ( strlen( $path ) > 500 || strpos( $path, '..' ) !== false || strpos( $path, '//' ) !== false
		|| preg_match( '/%(2e|2f|5c|00)/i', $path ) )
	{
		return false;
	}

	if ( TsunagiIsAsset( $path ) )
	{
		return $method === 'GET';
	}

	return in_array( $method, [ 'GET', 'POST', 'PUT', 'DELETE' ], true )
		&& preg_match( '#^/api/v1/[A-Za-z0-9._~%/-]+$#D', $path ) === 1;
}

/**
 * Whether a path is a style sheet, script or picture of the extension.
 */
function TsunagiIsAsset( $path )
{
	return preg_match( '#^/assets/tsunagi/[a-z0-9-]+\.(js|css|svg|png|woff2)$#D', $path ) === 1;
}

/**
 * The student a path names, or ''.
 */
function TsunagiStudentOf( $path )
{
	return preg_match( '#^(?:/host|/api/v1)?/students/([^/]+)#', $path, $found ) ? rawurldecode( $found[1] ) : '';
}

/**
 * How long an answer may take, in milliseconds; the first page after a start and papers take longer.
 * Nobody waits for it but the one who asked, as the session is free.
 */
function TsunagiTimeout( $path )
{
	if ( preg_match( '#^/host/(students|pages)/#', $path ) )
	{
		return 5000;
	}

	return preg_match( '#\.(pdf|xlsx|csv|zip)$|^/api/v1/(records|survey|city-tallies)#', $path ) ? 30000 : 2000;
}

/**
 * Whether an address is the service's: on this machine, without a path.
 */
function TsunagiServiceUrl( $url )
{
	return preg_match( '#^http://(127\.0\.0\.1|localhost|\[::1\]):[0-9]{2,5}$#D', (string) $url ) === 1;
}

/**
 * Scripts import each other by `./name.js`, which would lead beside the relay.
 */
function TsunagiScript( $script )
{
	return preg_replace(
		'#(\bfrom\s*|\bimport\s*\(?\s*)(["\'])\./([a-z0-9-]+\.js)\2#',
		'$1$2./relay.php?path=/assets/tsunagi/$3$2',
		$script
	);
}

/**
 * Lines with parts between tabs.
 */
function TsunagiSplit( $text )
{
	$lines = [];

	foreach ( explode( "\n", (string) $text ) as $line )
	{
		if ( $line !== '' )
		{
			$lines[] = explode( "\t", $line );
		}
	}

	return $lines;
}

/**
 * A title in two languages, as the host keeps it.
 */
function TsunagiTitle( $ja, $en )
{
	return str_replace( '|', ' ', $en ) . '|ja_JP.utf8:' . str_replace( '|', ' ', $ja );
}

/**
 * Whole numbers out of the host's `,1,2,`.
 */
function TsunagiNumbers( $text )
{
	return array_values( array_filter( array_map( 'intval', explode( ',', (string) $text ) ) ) );
}
