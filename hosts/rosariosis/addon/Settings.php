<?php
/**
 * Settings: where the service is, the shared secret, tabs and codes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

require_once 'modules/Tsunagi/functions.php';

DrawHeader( ProgramTitle() );

$tsunagi_post = $_SERVER['REQUEST_METHOD'] === 'POST' && AllowEdit()
	&& isset( $_POST['tsunagi_csrf'] ) && hash_equals( TsunagiCsrf(), (string) $_POST['tsunagi_csrf'] );

if ( $tsunagi_post && isset( $_POST['tsunagi_sync'] ) )
{
	foreach ( array_keys( $_SESSION ) as $tsunagi_key )
	{
		if ( strpos( $tsunagi_key, 'tsunagi_' ) === 0 )
		{
			unset( $_SESSION[ $tsunagi_key ] );
		}
	}

	TsunagiSync();

	$note[] = TsunagiText( 'synced' );
}
elseif ( $tsunagi_post && isset( $_POST['tsunagi_codes'] ) )
{
	$tsunagi_new = TsunagiInstallCodes();

	if ( $tsunagi_new < 0 )
	{
		$error[] = TsunagiText( 'down' );
	}
	else
	{
		$note[] = TsunagiText( 'codesDone' ) . $tsunagi_new;
	}
}
elseif ( $tsunagi_post && isset( $_POST['tsunagi_new_secret'] ) )
{
	DBQuery( "UPDATE config SET CONFIG_VALUE='" . bin2hex( random_bytes( 32 ) ) . "'
		WHERE SCHOOL_ID='0' AND TITLE='TSUNAGI_SECRET'" );

	$note[] = TsunagiText( 'newSecretDone' );
}
elseif ( $tsunagi_post && isset( $_POST['tsunagi_url'] ) )
{
	if ( TsunagiServiceUrl( $_POST['tsunagi_url'] ) )
	{
		DBQuery( "UPDATE config SET CONFIG_VALUE='" . DBEscapeString( $_POST['tsunagi_url'] ) . "'
			WHERE SCHOOL_ID='0' AND TITLE='TSUNAGI_URL'" );

		$note[] = TsunagiText( 'saved' );
	}
	else
	{
		$error[] = TsunagiText( 'urlWrong' );
	}
}

echo ErrorMessage( isset( $error ) ? $error : [] );
echo ErrorMessage( isset( $note ) ? $note : [], 'note' );

$tsunagi_answer = TsunagiAsk( 'GET', '/host/tabs' );

TsunagiResume();

$tsunagi_state = $tsunagi_answer['status'] === 200 ? 'up' : ( $tsunagi_answer['status'] === 401 ? 'refused' : 'down' );

echo '<form action="Modules.php?modname=Tsunagi/Settings.php" method="POST">';
echo '<input type="hidden" name="tsunagi_csrf" value="' . TsunagiCsrf() . '">';
echo '<p>' . TsunagiText( 'state' ) . ': <b>' . htmlspecialchars( TsunagiText( $tsunagi_state ) ) . '</b></p>';
echo '<p><label>' . TsunagiText( 'url' ) . '<br><input type="text" name="tsunagi_url" size="40" value="' .
	htmlspecialchars( TsunagiSetting( 'TSUNAGI_URL' ) ) . '"></label></p>';

if ( AllowEdit() )
{
	echo '<p><label>' . TsunagiText( 'secret' ) . '<br><input type="text" size="70" readonly value="' .
		htmlspecialchars( TsunagiSetting( 'TSUNAGI_SECRET' ) ) . '"></label></p>';

	foreach ( [ '' => 'save', 'tsunagi_sync' => 'sync', 'tsunagi_codes' => 'codes', 'tsunagi_new_secret' => 'newSecret' ] as $tsunagi_name => $tsunagi_key )
	{
		echo SubmitButton( TsunagiText( $tsunagi_key ), $tsunagi_name, $tsunagi_name ? '' : 'class="button-primary"' ) . ' ';
	}
}

echo '</form>';
