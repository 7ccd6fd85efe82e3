<?php
/**
 * A service that answers with what it was asked, after looking at the ticket.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
require_once getenv( 'ADDON' ) . '/Ticket.php';

$path = explode( '?', $_SERVER['REQUEST_URI'], 2 )[0];
$sent = isset( $_SERVER['HTTP_X_TSUNAGI_TICKET'] ) ? $_SERVER['HTTP_X_TSUNAGI_TICKET'] : '.';
list( $body, $mac ) = explode( '.', $sent );
parse_str( base64_decode( strtr( $body, '-_', '+/' ) ), $ticket );

if ( TsunagiBase64( hash_hmac( 'sha256', $body, getenv( 'STANDIN_SECRET' ), true ) ) !== $mac
	|| $ticket['path'] !== $path || $ticket['method'] !== $_SERVER['REQUEST_METHOD'] )
{
	http_response_code( 401 );
	exit;
}

if ( $path === '/host/menu' )
{
	echo "watch\t気づき\ncrediting\t出席扱い\n";
}
elseif ( $path === '/host/tabs' )
{
	echo "sheet-a\t支援シート A\tSheet A\nsheet-b\t支援シート B\tSheet B\n";
}
elseif ( $path === '/api/v1/slow' )
{
	sleep( 4 );
}
elseif ( substr( $path, -3 ) === '.js' )
{
	header( 'Content-Type: text/javascript' );
	header( 'Cache-Control: public, max-age=31536000' );
	echo 'import { a } from "./core.js";';
}
else
{
	header( 'Content-Type: application/json' );
	http_response_code( $path === '/api/v1/refused' ? 422 : 200 );
	echo json_encode( [ 'query' => isset( $_SERVER['QUERY_STRING'] ) ? $_SERVER['QUERY_STRING'] : '', 'ticket' => $ticket, 'sent' => file_get_contents( 'php://input' ) ], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
}
