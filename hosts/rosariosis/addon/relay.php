<?php
/**
 * Passes a script's call, a paper or an asset on to the service, for a person who is signed in.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

// The host finds its files, and the path of its cookie, from its own root.
chdir( __DIR__ . '/../..' );
$_SERVER['SCRIPT_NAME'] = rtrim( dirname( $_SERVER['SCRIPT_NAME'], 3 ), '/\\' ) . '/Modules.php';

/**
 * Ends with a status and a message as JSON.
 */
function TsunagiEnd( $status, $message )
{
	while ( ob_get_level() )
	{
		ob_end_clean();
	}

	http_response_code( $status );
	header( 'Content-Type: application/json; charset=UTF-8' );
	header( 'Cache-Control: no-store' );
	echo json_encode( [ 'message' => $message ], JSON_UNESCAPED_UNICODE );
	exit;
}

// Without a session the host prints a script and ends; a script of ours must hear 401 instead.
ob_start( function( $printed )
{
	if ( defined( 'TSUNAGI_SIGNED_IN' ) )
	{
		return $printed;
	}

	http_response_code( 401 );

	return '';
} );

require_once 'Warehouse.php';

if ( ! User( 'USERNAME' ) )
{
	exit;
}

define( 'TSUNAGI_SIGNED_IN', true );

require_once 'modules/Tsunagi/functions.php';

list( $path, $query ) = TsunagiTarget( $_SERVER['QUERY_STRING'] );
$method = $_SERVER['REQUEST_METHOD'];

if ( ! AllowUse( 'Tsunagi/Page.php' ) )
{
	TsunagiEnd( 403, TsunagiText( 'nothing' ) );
}

if ( ! TsunagiMayPass( $method, $path ) )
{
	TsunagiEnd( 404, TsunagiText( 'nothing' ) );
}

$student = TsunagiStudentOf( $path );

if ( $student !== '' && ! TsunagiMaySee( $student ) )
{
	TsunagiEnd( 404, TsunagiText( 'nothing' ) );
}

$body = null;

if ( $method !== 'GET' )
{
	$sent = isset( $_SERVER['HTTP_X_CSRF_TOKEN'] ) ? (string) $_SERVER['HTTP_X_CSRF_TOKEN'] : '';

	if ( ! hash_equals( TsunagiCsrf(), $sent ) )
	{
		TsunagiEnd( 401, TsunagiText( 'refused' ) );
	}

	$body = file_get_contents( 'php://input', false, null, 0, TSUNAGI_BODY + 1 );

	if ( strlen( $body ) > TSUNAGI_BODY )
	{
		TsunagiEnd( 413, TsunagiText( 'nothing' ) );
	}
}

$type = isset( $_SERVER['CONTENT_TYPE'] ) ? (string) $_SERVER['CONTENT_TYPE'] : '';
$answer = TsunagiAsk( $method, $path, $query, $student, $body, preg_match( '#^[a-z]+/[a-z0-9.+-]+(; *charset=[a-zA-Z0-9-]+)?$#D', $type ) ? $type : '' );

if ( $answer['status'] === 0 )
{
	TsunagiEnd( 503, TsunagiText( 'down' ) );
}

while ( ob_get_level() )
{
	ob_end_clean();
}

header_remove( 'Pragma' );
header_remove( 'Expires' );
http_response_code( $answer['status'] );
header( 'Cache-Control: no-store' );
header( 'X-Content-Type-Options: nosniff' );

foreach ( [ 'content-type', 'content-disposition', 'etag', 'cache-control' ] as $name )
{
	if ( isset( $answer['headers'][ $name ] ) )
	{
		// What a person may see is for nobody's shared store.
		header( $name . ': ' . str_replace( 'public', 'private', $answer['headers'][ $name ] ) );
	}
}

echo substr( $path, -3 ) === '.js' && $answer['status'] === 200 ? TsunagiScript( $answer['body'] ) : $answer['body'];
