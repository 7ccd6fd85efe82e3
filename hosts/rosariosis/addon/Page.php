<?php
/**
 * A page of the extension, or a tab of a student that a link of ours leads to.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

require_once 'modules/Tsunagi/functions.php';

list( $tsunagi_path, $tsunagi_query ) = TsunagiTarget( $_SERVER['QUERY_STRING'] );
$tsunagi_student = TsunagiStudentOf( $tsunagi_path );

$tsunagi_allowed = false;
$tsunagi_shown = '';

if ( $tsunagi_path === '' )
{
	foreach ( TsunagiLines( 'menu' ) as $tsunagi_line )
	{
		if ( count( $tsunagi_line ) > 1 && AllowUse( 'Tsunagi/Page.php&path=/pages/' . $tsunagi_line[0] ) )
		{
			$tsunagi_shown .= '<li><a href="' . URLEscape( 'Modules.php?modname=Tsunagi/Page.php&path=/pages/' . $tsunagi_line[0] ) . '">' .
				htmlspecialchars( $tsunagi_line[1] ) . '</a></li>';
		}
	}

	$tsunagi_shown = $tsunagi_shown ? '<ul>' . $tsunagi_shown . '</ul>' : '<p class="tsunagi-message">' . htmlspecialchars( TsunagiText( 'down' ) ) . '</p>';
}
elseif ( preg_match( '#^/pages/[a-z0-9-]+$#D', $tsunagi_path ) )
{
	// The menu lists the pages a profile may use; others are reached from these.
	$tsunagi_allowed = ! DBGetOne( "SELECT 1 FROM profile_exceptions
		WHERE MODNAME='" . DBEscapeString( 'Tsunagi/Page.php&path=' . $tsunagi_path ) . "'" )
		|| AllowUse( 'Tsunagi/Page.php&path=' . $tsunagi_path );
}
elseif ( TsunagiMaySee( $tsunagi_student ) )
{
	if ( preg_match( '#^/students/[0-9]+$#D', $tsunagi_path ) )
	{
		$tsunagi_shown = '<p><a href="' . URLEscape( 'Modules.php?modname=Students/Student.php&student_id=' . (int) $tsunagi_student ) . '">' .
			htmlspecialchars( TsunagiText( 'student' ) ) . '</a></p>';
	}
	elseif ( preg_match( '#^/students/[0-9]+/[a-z0-9-]+$#D', $tsunagi_path ) )
	{
		$tsunagi_category = array_search( substr( strrchr( $tsunagi_path, '/' ), 1 ), TsunagiTabs(), true );
		$tsunagi_allowed = $tsunagi_category && AllowUse( 'Students/Student.php&category_id=' . $tsunagi_category );
	}
}

// The fragment has its own title; this one keeps it below the host's bar.
DrawHeader( TsunagiText( 'name' ) );

if ( $tsunagi_allowed )
{
	$tsunagi_shown = TsunagiFragment( $tsunagi_path, $tsunagi_query, $tsunagi_student );
}

echo $tsunagi_shown ? $tsunagi_shown : '<p class="tsunagi-message">' . htmlspecialchars( TsunagiText( 'nothing' ) ) . '</p>';
