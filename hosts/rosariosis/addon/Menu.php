<?php
/**
 * Menu entries; the pages are asked from the extension.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

require_once 'modules/Tsunagi/functions.php';

if ( in_array( User( 'PROFILE' ), [ 'admin', 'teacher' ], true ) )
{
	if ( User( 'PROFILE' ) === 'admin' && AllowEdit( 'Tsunagi/Settings.php' )
		&& empty( $_SESSION['tsunagi_synced'] ) )
	{
		// Once for each session of an administrator, as soon as the service answers.
		$_SESSION['tsunagi_synced'] = TsunagiSync();
	}

	// RosarioSIS 11 opens only programs of its menu: this entry lets links to a student's tab through.
	$tsunagi_menu = [ 'title' => TsunagiText( 'name' ), 'Tsunagi/Page.php' => TsunagiText( 'start' ) ];

	foreach ( TsunagiLines( 'menu' ) as $tsunagi_line )
	{
		if ( count( $tsunagi_line ) > 1 )
		{
			$tsunagi_menu[ 'Tsunagi/Page.php&path=/pages/' . $tsunagi_line[0] ] = $tsunagi_line[1];
		}
	}

	$menu['Tsunagi']['teacher'] = $tsunagi_menu;
	$menu['Tsunagi']['admin'] = $tsunagi_menu + [ 'Tsunagi/Settings.php' => TsunagiText( 'settings' ) ];
}
